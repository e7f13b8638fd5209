'use strict';

// Stands in for debug, with which @stdlib's inverse of the gamma function logs its steps: it asks Node for a terminal and
// a browser for its storage, and nobody reads it.
module.exports = function logger() {
  return function debug() {};
};
