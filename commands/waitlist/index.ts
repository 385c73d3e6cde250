/** The waitlist's verbs. */
export { acceptOffer, declineOffer } from './answer';
export { joinWaitlist, type JoinWaitlistInput, type JoinWaitlistResult } from './join';
export { joinWaitlistFor, type JoinWaitlistForInput } from './joinFor';
export { leaveWaitlist, type LeaveWaitlistResult } from './leave';
export { listWaitlist, lookAtWaitlist, waitlistOf } from './list';
export type { Offer } from './makeOffer';
export { offerFreed, type OfferFreedResult } from './offerFreed';
export { offerMinutes } from './policy';
export { waitlistView, type WaitlistView } from './views';
