/** Reaching a person: a task for the team with what is known so far, worded honestly; nobody is promised at once. */
import { forTheTeam, raiseTask, sayPassedOn } from './handoff';

export const human = forTheTeam('human', [raiseTask('human'), sayPassedOn('human.passedOn')]);
