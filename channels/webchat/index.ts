/** Web chat by Direct Line 3.0: everything about the wire that needs neither server nor database. */
export {
  activityId,
  activitySet,
  typingSet,
  type ActivitySet,
  type Speakers,
  type StoredMessage,
} from './activity';
export { webchat } from './channel';
export { DIRECT_LINE_ERRORS, errorBody, type DirectLineErrorCode } from './errors';
export { WEBCHAT_LIMITS } from './limits';
export { receiveActivity } from './posted';
export {
  originTrusted,
  signToken,
  TOKEN_SECONDS,
  verifyToken,
  type TokenClaims,
  type TokenKey,
  type TokenPurpose,
  type VerifiedToken,
} from './token';
export { parseWatermark, watermarkOf } from './watermark';
