import { createHash } from 'node:crypto';

/** Large, calm, the five answers all alike. Nothing that a telephone of ten years ago does not know. */
export const STYLE = `
body{margin:0;background:#FBF7EE;color:#1F2A26;font:20px/1.4 sans-serif}
main{max-width:30em;margin:0 auto;padding:8px 16px}
h1{font-size:28px;line-height:1.3;margin:4px 0}
p{margin:4px 0}
.en{color:#4A5752;font-size:16px;line-height:1.3}
.visit{font-size:24px;font-weight:bold}
button{display:block;box-sizing:border-box;width:100%;min-height:64px;margin:8px 0;padding:4px;border:2px solid #1B4D3E;border-radius:8px;background:#FFFFFF;color:#1F2A26;font:bold 24px/1.3 sans-serif;text-align:center}
button .en{display:block;font-weight:normal}
button:focus{outline:4px solid #0B4F9E}
`;

const styleHash = createHash('sha256').update(STYLE).digest('base64');

/** Nothing but this page's own style and its own form: no script, no picture, nothing from elsewhere. */
export const PAGE_POLICY =
  `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; ` +
  "frame-ancestors 'none'; base-uri 'none'";
