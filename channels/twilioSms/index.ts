/** SMS by Twilio: everything the rest of the house needs of this wire. */
export { field, parseForm, type FormParams } from './form';
export { publicAddress, verifyTwilio, type SignedRequest, type Verdict } from './verify';
export { receiveTwilioMessage, type TwilioMessage } from './receive';
export {
  isDeliveryStatus,
  receiveTwilioStatus,
  statusAdvances,
  type DeliveryStatus,
  type StatusReport,
  type TwilioStatus,
} from './status';
export { meaningOf, type ErrorMeaning } from './errorCode';
export { smsKeyword, type SmsKeyword } from './keywords';
export { asGsm, segmentsOf, type Segments } from './segments';
export { SMS_LIMITS } from './limits';
export { twilioSms, type TwilioSmsSettings } from './send';
