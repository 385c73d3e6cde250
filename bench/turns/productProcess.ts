/** The whole product in a process of its own, which tells its port and how much CPU it has used. */
import { startProduct } from '../../server';

async function serve(): Promise<void> {
  const product = await startProduct(process.env);
  process.send?.({ ready: Number(new URL(product.url).port) });
  process.on('message', () => process.send?.({ cpu: process.cpuUsage() }));
  process.on('disconnect', () => void product.stop().then(() => process.exit(0)));
}

void serve();
