/** What an SMS through Twilio can carry. */
import type { Limits } from '../channel';

/** Twilio refuses a Body above 1600 characters (error 21617); an SMS has neither buttons nor lists. */
export const SMS_LIMITS: Limits = {
  textLength: 1600,
  buttons: 0,
  buttonLength: 0,
  listRows: 0,
  listTitleLength: 0,
  carrierWords: true,
};
