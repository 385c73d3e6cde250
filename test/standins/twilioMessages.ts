/** The Messages resource of the Twilio stand-in: judges one request as the real API would. */

export interface Judged {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface MessageRequest {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly form: Readonly<Record<string, string>>;
}

export interface TwilioAccount {
  readonly accountSid: string;
  readonly authToken: string;
  /** Addresses that sent STOP. */
  readonly optedOut: ReadonlySet<string>;
}

/** 201 with the message, or the status and error number of the first rule that is broken. */
export function judgeMessage(request: MessageRequest, account: TwilioAccount, sid: string): Judged {
  const expected = `Basic ${Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64')}`;
  if (request.authorization !== expected) return twilioError(401, 20003, 'Authenticate');
  if (request.path !== `/2010-04-01/Accounts/${account.accountSid}/Messages.json`) {
    return twilioError(404, 20404, 'The requested resource was not found');
  }
  return brokenRule(request.form, account) ?? accepted(request.form, account.accountSid, sid);
}

export function twilioError(status: number, code: number, message: string): Judged {
  return { status, body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status } };
}

function brokenRule(form: Readonly<Record<string, string>>, account: TwilioAccount): Judged | null {
  const { To: to = '', Body: body = '', StatusCallback: callback } = form;
  const from = form['From'] ?? form['MessagingServiceSid'] ?? '';
  if (to === '') return twilioError(400, 21604, "A 'To' phone number is required.");
  if (from === '') return twilioError(400, 21603, "A 'From' phone number is required.");
  if (!/^\+[1-9]\d{6,14}$/.test(to)) return twilioError(400, 21211, "Invalid 'To' Phone Number");
  if (body === '') return twilioError(400, 21602, 'Message body is required.');
  if (body.length > 1600)
    return twilioError(400, 21617, 'The concatenated message body exceeds 1600 characters');
  if (callback !== undefined && !URL.canParse(callback)) {
    return twilioError(400, 21609, 'Invalid StatusCallback URL');
  }
  return account.optedOut.has(to)
    ? twilioError(400, 21610, 'Attempt to send to unsubscribed recipient')
    : null;
}

function accepted(form: Readonly<Record<string, string>>, accountSid: string, sid: string): Judged {
  const body = {
    sid,
    account_sid: accountSid,
    to: form['To'],
    from: form['From'] ?? null,
    body: form['Body'],
  };
  return { status: 201, body: { ...body, status: 'queued', error_code: null, error_message: null } };
}
