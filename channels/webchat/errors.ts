/** The errors of Direct Line 3.0: every refusal has this body, and clients act on its status. */

/** The client takes 403 for an expired token, 404 for the end of the conversation, other 4xx for final. */
export const DIRECT_LINE_ERRORS = {
  BadArgument: 400,
  MissingProperty: 400,
  MalformedData: 400,
  Unauthorized: 401,
  TokenExpired: 403,
  Forbidden: 403,
  ConversationNotFound: 404,
  NotFound: 404,
  PayloadTooLarge: 413,
  UploadNotSupported: 415,
  TooManyStreams: 429,
  ServiceError: 500,
  BotRejectedActivity: 502,
} as const;
export type DirectLineErrorCode = keyof typeof DIRECT_LINE_ERRORS;

export interface DirectLineErrorBody {
  readonly error: { readonly code: DirectLineErrorCode; readonly message: string };
}

export function errorBody(code: DirectLineErrorCode, message: string): DirectLineErrorBody {
  return { error: { code, message } };
}
