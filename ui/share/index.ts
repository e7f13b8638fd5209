import './link-notice.js';
import './share-button.js';

export { LinkWatch } from './link-watch.js';
