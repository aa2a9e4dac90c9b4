import { execFileSync } from 'node:child_process';

/** What a person can copy out of a PDF, by a program that is not ours (poppler's pdftotext). */
export function textOfPdf(pdf: Uint8Array): string {
  return execFileSync('pdftotext', ['-enc', 'UTF-8', '-layout', '-', '-'], { input: pdf }).toString('utf8');
}

/** Its pages with their size in points: "595 x 842" is A4. */
export function pagesOfPdf(pdf: Uint8Array): string[] {
  const told = execFileSync('pdfinfo', ['-f', '1', '-l', '99', '-'], { input: pdf }).toString('utf8');
  return [...told.matchAll(/^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+) pts/gm)].map(
    ([, width, height]) => `${Math.round(Number(width))} x ${Math.round(Number(height))}`,
  );
}
