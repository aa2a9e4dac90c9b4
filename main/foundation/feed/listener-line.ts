import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { FeedLine } from './feed-hub.ts';

/**
 * Writes the hub's texts to listeners. What goes to all of them is framed once: a server's frames carry no mask, so
 * they are the same bytes for everybody, and sixty displays cost one framing and sixty plain writes.
 */
export function createLines(): (listener: WebSocket, socket: Duplex) => FeedLine {
  const frameOf = rememberLast(textFrame);
  return (listener, socket) => ({
    // Beside ws's own sender, which without compression keeps nothing back that a frame could overtake.
    send: (text) => {
      if (listener.readyState === listener.OPEN) socket.write(frameOf(text));
    },
    bufferedBytes: () => listener.bufferedAmount,
    close: (code, reason) => listener.close(code, reason),
  });
}

const FINAL_TEXT = 0x81;
const LENGTH_IN_TWO_BYTES = 126;
const LENGTH_IN_EIGHT_BYTES = 127;

/** A whole text message as one unmasked frame (RFC 6455, 5.2). */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const longHead = length > 0xff_ff ? 10 : 4;
  const head = length < LENGTH_IN_TWO_BYTES ? 2 : longHead;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = FINAL_TEXT;
  if (head === 2) frame[1] = length;
  else if (head === 4) {
    frame[1] = LENGTH_IN_TWO_BYTES;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = LENGTH_IN_EIGHT_BYTES;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, head, 'utf8');
  return frame;
}

function rememberLast(make: (text: string) => Buffer): (text: string) => Buffer {
  let last: { readonly text: string; readonly made: Buffer } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, made: make(text) };
    return last.made;
  };
}
