/** Signs and posts webhooks as Twilio does, with the signer of Twilio's own SDK. */
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';

export type WebhookParams = Readonly<Record<string, string | readonly string[]>>;

export interface WebhookOptions {
  /** The address it is signed for, where a proxy stands between; default: the address it is posted to. */
  readonly signedUrl?: string;
  readonly authToken: string;
  /** Sent in place of the right signature; null sends none. */
  readonly signature?: string | null;
}

/** Posts the fields as a signed form and gives back what was answered. */
export function postWebhook(url: string, params: WebhookParams, options: WebhookOptions): Promise<Response> {
  const signature =
    options.signature === undefined
      ? getExpectedTwilioSignature(options.authToken, options.signedUrl ?? url, params)
      : options.signature;
  return fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      'user-agent': 'TwilioProxy/1.1',
      ...(signature === null ? {} : { 'x-twilio-signature': signature }),
    },
    body: formBody(params),
  });
}

export function formBody(params: WebhookParams): string {
  const pairs = Object.entries(params).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(pairs).toString();
}

/** All the fields that Twilio sends with an SMS it received. */
export function inboundSms(message: {
  readonly accountSid: string;
  readonly messageSid: string;
  readonly from: string;
  readonly to: string;
  readonly body: string;
}): Record<string, string> {
  const place = {
    FromCity: 'BERLIN',
    FromState: '',
    FromZip: '',
    FromCountry: 'DE',
    ToCountry: 'DE',
    ToCity: '',
  };
  return {
    ...place,
    ApiVersion: '2010-04-01',
    AccountSid: message.accountSid,
    MessageSid: message.messageSid,
    SmsSid: message.messageSid,
    SmsMessageSid: message.messageSid,
    SmsStatus: 'received',
    From: message.from,
    To: message.to,
    Body: message.body,
    NumMedia: '0',
    NumSegments: '1',
  };
}
