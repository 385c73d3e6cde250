/** What something would cost: services, the kind of vehicle where it matters, the price with how long it stands, and booking at it. */
import { ask, type Flow } from '../flow';
import { toJson } from '../json';
import { say } from '../facts';
import { kind } from './estimate/kind';
import { estimateOf, quote } from './estimate/quote';
import { services } from './estimate/services';

export const estimate: Flow = {
  id: 'estimate',
  version: 1,
  drafts: false,
  steps: [ask(services), ask(kind), quote],
  resumes: () => say('estimateTalk.resume'),
  remembers: (frame) => toJson({ estimate: estimateOf({ frame }) ?? null }),
};
