/** A process that only works: turns, the relay and the timers, for ROLE=worker beside web processes. */
import { runProduct } from './runProduct';

runProduct({ ...process.env, ROLE: 'worker' });
