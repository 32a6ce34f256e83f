/** How far a file that this device keeps is on its way to the server. */
export type Upload =
  | { readonly status: 'waiting' }
  /** `offset`: bytes that the server has acknowledged. */
  | { readonly status: 'sending'; readonly offset: number }
  /** The network is gone or the server busy: it goes on by itself. `durable`: also after the page was closed. */
  | { readonly status: 'stalled'; readonly durable: boolean }
  | { readonly status: 'sent' }
  /** Sending it again would not help; `code` as of a `KitError`. */
  | { readonly status: 'refused'; readonly code: string };
