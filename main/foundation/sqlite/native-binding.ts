/**
 * better-sqlite3 normally loads the binary that it brings. The fall-back Electron runtime is too old for that one: its
 * starter compiles another and names it in `SONGTING_SQLITE_BINDING`.
 */
export function nativeBinding(environment: Readonly<Record<string, string | undefined>> = process.env): {
  readonly nativeBinding?: string;
} {
  const file = environment['SONGTING_SQLITE_BINDING'];
  return file === undefined || file === '' ? {} : { nativeBinding: file };
}
