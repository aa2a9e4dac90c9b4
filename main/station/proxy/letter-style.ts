/**
 * The letter's looks on A4. Nothing is smaller than 14 pt (四号), the size of forms for elders; the blanks are lines long
 * enough to write on. One copy is one page.
 */
export const LETTER_STYLE = `
  @page { margin: 10mm 15mm; }
  * { margin: 0; padding: 0; }
  body { line-height: 1.4; }
  article { break-after: page; }
  article:last-child { break-after: auto; }
  h1 { font-size: 22pt; line-height: 1.3; text-align: center; letter-spacing: 0.2em; }
  h2 { font-size: 14pt; margin-top: 1.5mm; }
  ul { list-style: none; }
  .blank { display: inline-block; min-width: 40mm; border-bottom: 0.3mm solid #000; }
  .wide { min-width: 100mm; }
  .short { min-width: 12mm; }
  .powers li { display: inline-block; width: 49%; }
  .notice { border: 0.6mm solid #000; padding: 0.5mm 3mm; margin-top: 1.5mm; font-weight: bold; }
  .signs { margin-top: 2mm; }
  .signs p { margin-top: 3mm; }
`;
