/** The way in: `npm start` runs this file; tests start a product of their own with `startProduct`. */
import { runProduct } from './runProduct';

export { startProduct, type Product } from './product';

if (require.main === module) runProduct(process.env);
