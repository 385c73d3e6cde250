/** Web chat by Direct Line 3.0: everything about the wire that needs neither server nor database. */
export {
  activityId,
  activitySet,
  toActivity,
  typingSet,
  type Account,
  type Activity,
  type ActivitySet,
  type CardAction,
  type Speakers,
  type StoredMessage,
} from './activity';
export { webchat } from './channel';
export { DIRECT_LINE_ERRORS, errorBody, type DirectLineErrorBody, type DirectLineErrorCode } from './errors';
export { WEBCHAT_LIMITS } from './limits';
export { receiveActivity, type PostedActivity, type PostedBy } from './posted';
export {
  originTrusted,
  signToken,
  TOKEN_SECONDS,
  verifyToken,
  type TokenCheck,
  type TokenClaims,
  type TokenKey,
  type TokenPurpose,
  type TokenVerdict,
  type VerifiedToken,
} from './token';
export { parseWatermark, watermarkOf } from './watermark';
