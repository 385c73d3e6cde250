/** Results that no conversation file can bring about, each with the reason why; tests beside the step try them. */
import type { Point } from './points';

export const BEYOND_FILES: readonly { readonly point: Point; readonly because: string }[] = [];
