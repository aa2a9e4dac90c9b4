export {
  accessFileIn,
  HolderName,
  readAccessFile,
  type AccessFileProblem,
  type AccessRecord,
} from './access-file.ts';
export { openAccessTokens, type Access, type AccessOptions, type GivenToken } from './access-tokens.ts';
export { enrol, revoke, type EnrolmentProblem } from './enrolment.ts';
export { hashToken, looksLikeToken, mintToken, readTokenFile, type TokenFileProblem } from './token.ts';
