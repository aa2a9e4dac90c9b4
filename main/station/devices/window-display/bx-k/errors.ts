/** What a controller says in a NACK: code, the name in the vendor's table, and ours. */
const TABLE = [
  [1, 'ERR_OUTOFGROUP', 'unknown-group'],
  [2, 'ERR_NOCMD', 'unknown-command'],
  [3, 'ERR_BUSY', 'busy'],
  [4, 'ERR_MEMORYVOLUME', 'memory-full'],
  [5, 'ERR_CHECKSUM', 'checksum'],
  [6, 'ERR_FILENOTEXIST', 'no-such-file'],
  [7, 'ERR_FLASH', 'flash'],
  [8, 'ERR_FILE_DOWNLOAD', 'file-download'],
  [9, 'ERR_FILE_NAME', 'file-name'],
  [10, 'ERR_FILE_TYPE', 'file-type'],
  [11, 'ERR_FILE_CRC16', 'file-checksum'],
  [12, 'ERR_FONT_NOT_EXIST', 'font-missing'],
  [13, 'ERR_FIRMWARE_TYPE', 'firmware-type'],
  [14, 'ERR_DATE_TIME_FORMAT', 'date-format'],
  [15, 'ERR_FILE_EXIST', 'file-exists'],
  [16, 'ERR_FILE_BLOCK_NUM', 'file-block'],
] as const;

export type BoardErrorKind = (typeof TABLE)[number][2] | 'unknown-error';

export interface BoardError {
  readonly code: number;
  readonly name: string;
  readonly kind: BoardErrorKind;
}

/** Newer cards may know more codes: those have a kind too. */
export function boardError(code: number): BoardError {
  const row = TABLE.find(([known]) => known === code);
  return row === undefined
    ? { code, name: 'ERR_UNKNOWN', kind: 'unknown-error' }
    : { code, name: row[1], kind: row[2] };
}

export const BUSY = boardError(3);
export const CHECKSUM = boardError(5);

export function boardErrorOf(kind: BoardErrorKind): BoardError {
  return boardError(TABLE.find(([, , known]) => known === kind)?.[0] ?? 0);
}
