import { Decimal as Library } from 'decimal.js';

/**
 * The one configured decimal: 50 significant digits. A private clone, because `Decimal.set` on the library's own class
 * leaks into everything else in the process.
 */
export const Decimal = Library.clone({ precision: 50, defaults: true });
export type Decimal = Library;
