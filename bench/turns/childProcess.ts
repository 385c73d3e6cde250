/** A server under measurement: started, asked for its CPU time, stopped. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export interface Measured {
  readonly port: number;
  /** CPU seconds, user and system, since its start. */
  cpuSeconds(): Promise<number>;
  stop(): Promise<void>;
}

/** @param script a TypeScript file that answers `{ready: port}` and, to any message, `{cpu}`. */
export async function startMeasured(script: string, environment: NodeJS.ProcessEnv): Promise<Measured> {
  const child = fork(script, [], {
    env: environment,
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const port = await answer<number>(child, 'ready');
  return {
    port,
    async cpuSeconds() {
      child.send('cpu');
      const cpu = await answer<NodeJS.CpuUsage>(child, 'cpu');
      return (cpu.user + cpu.system) / 1e6;
    },
    async stop() {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}

function answer<T>(child: ChildProcess, key: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (code: number | null): void =>
      reject(new Error(`the server under measurement ended with ${code}`));
    const hear = (message: Readonly<Record<string, T>>): void => {
      if (!(key in message)) return;
      child.off('message', hear).off('exit', stop);
      resolve(message[key] as T);
    };
    child.on('message', hear).on('exit', stop);
  });
}
