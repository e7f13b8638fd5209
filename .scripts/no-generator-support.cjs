'use strict';

// Stands in for @stdlib/assert-has-generator-support, which asks with eval: the page's content security
// policy forbids that, and the answer chooses between two loops that differ in the last bit. With one
// answer everywhere, Node and every browser take the same loop.
module.exports = function hasGeneratorSupport() {
  return false;
};
