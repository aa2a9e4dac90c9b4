import path from 'node:path';
import { isOwnPage } from './own-page.ts';

/** A NUL ends a name early, a backslash is a second separator and a colon a drive or stream: none is in our names. */
const NEVER_IN_A_NAME = /[\0\\:]/;

/**
 * The file inside `folder` that a page address stands for; a folder stands for its index.html. Undefined for an
 * address of another host or scheme, one that cannot be decoded, and one that would leave the folder.
 */
export function servedFile(folder: string, url: string): string | undefined {
  if (!isOwnPage(url)) return undefined;
  const decoded = decode(new URL(url).pathname);
  if (decoded === undefined || NEVER_IN_A_NAME.test(decoded)) return undefined;
  if (decoded.split('/').includes('..')) return undefined;
  const root = path.resolve(folder);
  const file = path.join(root, decoded.endsWith('/') ? `${decoded}index.html` : decoded);
  return isInside(root, file) ? file : undefined;
}

/** For a second look after symbolic links are resolved. Both paths are absolute. */
export function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}

function decode(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined; // a stray percent sign
  }
}
