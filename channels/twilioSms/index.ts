/** SMS by Twilio: everything the rest of the house needs of this wire. */
export type { FormParams } from './form';
export { publicAddress, verifyTwilio } from './verify';
export { receiveTwilioMessage } from './receive';
export { receiveTwilioStatus, type DeliveryStatus, type StatusReport } from './status';
export { meaningOf } from './errorCode';
export { isCarrierWord, smsKeyword } from './keywords';
export { SMS_LIMITS } from './limits';
export { twilioSms } from './send';
