/** What Twilio's error numbers mean for the next message to the same address. */

export type ErrorMeaning =
  'opted-out' | 'bad-number' | 'unreachable' | 'filtered' | 'not-registered' | 'too-fast' | 'other';

/** The numbers come with a refused request and with a delivery report. Source: twilio.com/docs/api/errors. */
export function meaningOf(errorCode: string): ErrorMeaning {
  switch (errorCode) {
    case '21610':
      return 'opted-out';
    case '21211':
    case '21614':
      return 'bad-number';
    case '30003':
    case '30005':
    case '30006':
      return 'unreachable';
    case '30007':
      return 'filtered';
    case '30034':
      return 'not-registered';
    case '20429':
      return 'too-fast';
    default:
      return 'other';
  }
}
