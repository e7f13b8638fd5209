import './link-notice.js';
import './scenario-keeper.js';
import './share-button.js';

export { LinkWatch } from './link-watch.js';
