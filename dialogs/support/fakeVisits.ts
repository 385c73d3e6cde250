/** What happens around a visit, in memory: nothing but estimates, unless a test says what was. */
import type { LastVisitResult, ProfileView, VisitCommands } from '../../commands/visitTypes';
import type { FakeCommands } from './fakeCommands';
import { FakeEstimates } from './fakeEstimates';

export class FakeVisits implements VisitCommands {
  /** Answers "the same as last time". */
  last: LastVisitResult = { kind: 'none' };

  readonly made: FakeEstimates;

  constructor(readonly commands: FakeCommands) {
    this.made = new FakeEstimates(commands);
    this.estimatePrice = this.made.price;
    this.answerEstimate = this.made.answer;
  }

  orders: VisitCommands['orders'] = async () => [];
  estimates: VisitCommands['estimates'] = async () => this.made.made;
  articleOn: VisitCommands['articleOn'] = async () => null;
  history: VisitCommands['history'] = async () => ({ kind: 'visits', visits: [], next: null });
  sameAsLast: VisitCommands['sameAsLast'] = async () => this.last;
  reportLate: VisitCommands['reportLate'] = async () => ({ kind: 'unknown' });
  readonly answerEstimate: VisitCommands['answerEstimate'];
  readonly estimatePrice: VisitCommands['estimatePrice'];
  agreePrice: VisitCommands['agreePrice'] = async () => ({ kind: 'unknown' });
  profile: VisitCommands['profile'] = async () => ({ kind: 'profile', profile: this.#profile() });
  changeProfile: VisitCommands['changeProfile'] = async () => ({ kind: 'changed', profile: this.#profile() });

  #profile(): ProfileView {
    const { name, language, phone, assets } = this.commands.customer;
    return { name, language, phone, preferredChannel: null, channels: [], assets };
  }
}
