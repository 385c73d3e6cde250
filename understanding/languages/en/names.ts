/** English ways to say one's name. */
import type { NamePattern } from '../language';

export const NAMES: readonly NamePattern[] = [
  {
    name: 'name.is',
    lead: /(?<![\p{L}\p{N}])(?:my (?:full |first |last )?name(?:'s| is|:| -)|the name(?:'s| is)|(?:full |first |customer )?name ?[:=-]|name is|(?:in|under|on) the name(?: of)?|(?:put|book|make) it (?:under|in)|i(?:'m| am) called|(?:please )?call me|(?:it's|this is|i'?m|i am) (?:mr|mrs|ms|miss|dr)\.?)(?: just)? /gu,
    weak: false,
  },
  {
    name: 'name.i-am',
    lead: /(?<![\p{L}\p{N}])(?:i'?m|i am|this is|it'?s|it is|here is|here's|you're speaking (?:to|with)) /gu,
    weak: true,
  },
];

/** "… here", "… speaking": the name stands before. */
export const NAME_AFTER = / (?:here|speaking|is my name)(?![\p{L}\p{N}])/gu;

export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  'van von der den de da di del la le el al bin ibn ben abu zu zum y dos st mc ter ten'.split(' '),
);
