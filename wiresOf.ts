/** The wires that the configuration sets up, an explicit list. */
import type { Wire } from './bot/wires';
import { twilioSms } from './channels/twilioSms';
import { webchat } from './channels/webchat';
import type { Clock } from './platform/clock';
import type { Config } from './platform/config';

export function wiresOf({ providers, publicUrl }: Config, clock: Clock): readonly Wire[] {
  const { accountSid, authTokens, baseUrl } = providers.twilio;
  const sms: Wire[] =
    accountSid === undefined
      ? []
      : [{ provider: 'twilio', channel: twilioSms({ accountSid, authTokens, baseUrl, publicUrl }, clock) }];
  return [{ provider: 'webchat', channel: webchat }, ...sms];
}
