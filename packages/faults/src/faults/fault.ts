import type { Exchange } from '../proxy/exchange.ts';

/** One way in which the way between a client and the server goes wrong. */
export interface Fault {
  readonly name: string;
  /** How often it is drawn, against the others. */
  readonly weight: number;
  apply(exchange: Exchange): Promise<void>;
}
