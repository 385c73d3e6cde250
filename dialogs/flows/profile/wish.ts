/** What of a profile is meant, as the frame keeps it. */
import type { Scene } from '../../flow';
import { slotText } from '../../turn';

export const ABOUT = 'wish';
export const CHANNEL = 'channel';
/** The customer's own words, for what the team has to do. */
export const WORDS = 'words';

export function aboutIn({ frame }: Pick<Scene, 'frame'>): string {
  return slotText(frame.slots, ABOUT) ?? 'data';
}
