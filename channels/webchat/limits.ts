/** What the web chat can show. */
import type { Limits } from '../channel';

export const WEBCHAT_LIMITS: Limits = {
  textLength: 10_000,
  buttons: 20,
  buttonLength: 80,
  listRows: 0,
  listTitleLength: 0,
};
