/** How a command-line tool ends: with its result on standard output, or one sentence on standard error. */

/**
 * Prints what `work` answers, as one JSON object with `--json`, else as `text` says it; 1 is the exit code of a failure.
 */
export function runTool<Result extends object>(
  work: () => Promise<Result>,
  text: (result: Result) => string,
): void {
  const json = process.argv.includes('--json');
  work().then(
    (result) => void process.stdout.write(`${json ? JSON.stringify(result) : text(result)}\n`),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    },
  );
}

/** A line on how far it is; standard output belongs to the result. */
export function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}
