/** The limits of every real wire, for its stand-in. */
import type { ChannelKind, Limits } from '../channel';
import { SMS_LIMITS } from '../twilioSms';
import { WEBCHAT_LIMITS } from '../webchat';

/** Interactive messages: developers.facebook.com/docs/whatsapp/cloud-api/guides/send-messages. */
const WHATSAPP_LIMITS: Limits = {
  textLength: 4096,
  interactiveTextLength: 1024,
  buttons: 3,
  buttonLength: 20,
  listRows: 10,
  listTitleLength: 24,
  listDescriptionLength: 72,
};

/** Twilio's <Say> takes 4096 characters; what is offered is said with its number, for the keypad. */
const VOICE_LIMITS: Limits = {
  textLength: 4096,
  buttons: 0,
  buttonLength: 0,
  listRows: 0,
  listTitleLength: 0,
  spoken: true,
};

export const FAKE_LIMITS: Readonly<Record<ChannelKind, Limits>> = {
  whatsapp: WHATSAPP_LIMITS,
  sms: SMS_LIMITS,
  webchat: WEBCHAT_LIMITS,
  voice: VOICE_LIMITS,
};
