/** What is known of a customer, told to nobody else, and what of it they change: name, language, channel; a number takes a code. */
import { ask, type Flow } from '../flow';
import { say } from '../facts';
import { changed, sayChanged } from './profile/change';
import { NEW_NAME, newName } from './profile/newName';
import { passedOn } from './profile/forTheTeam';
import { IN_PASSING, rename } from './profile/rename';
import { shown } from './profile/show';
import { ABOUT, CHANNEL, WORDS } from './profile/wish';

export const profile: Flow = {
  id: 'profile',
  version: 1,
  drafts: false,
  given: [ABOUT, CHANNEL, WORDS, NEW_NAME, IN_PASSING],
  steps: [shown, passedOn, ask(newName), rename, changed, sayChanged],
  begins: ({ about, channel }) => ({
    [ABOUT]: about ?? 'data',
    ...(channel !== undefined && { [CHANNEL]: channel }),
  }),
  resumes: () => say('profile.resume'),
};
