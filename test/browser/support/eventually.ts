/** Asks again until the answer is right: for what happens in another process at its own pace. */

const AGAIN_MILLIS = 25;

/** Fails with the last failure of `claim` when it does not hold within `withinMillis`. */
export async function eventually(claim: () => unknown, withinMillis = 12_000): Promise<void> {
  const until = performance.now() + withinMillis;
  for (;;) {
    try {
      await claim();
      return;
    } catch (failure) {
      if (performance.now() > until) throw failure;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MILLIS));
    }
  }
}
