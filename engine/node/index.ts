export { nodePool, type NodePoolOptions } from './pool.js';
