declare module 'comlink/dist/esm/node-adapter.mjs' {
  import type { Endpoint } from 'comlink';

  /** Lets comlink speak over a Node worker or message port. */
  export default function nodeEndpoint(port: {
    postMessage(message: unknown, transfer?: readonly never[]): void;
    on(type: string, listener: (data: unknown) => void): unknown;
    off(type: string, listener: (data: unknown) => void): unknown;
  }): Endpoint;
}
