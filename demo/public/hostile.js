/*
 * What libraries of 2006 did to the page, before the kit arrives: methods on every object that show up in `for…in`,
 * arrays that turn themselves into JSON strings, natives replaced by cousins with other manners.
 */
(function () {
  // As Prototype.js 1.6: JSON.stringify([1]) then gives "\"[1]\"" instead of "[1]".
  Array.prototype.toJSON = function () {
    var parts = [];
    for (var i = 0; i < this.length; i += 1) parts.push(JSON.stringify(this[i]));
    return '[' + parts.join(', ') + ']';
  };
  Array.prototype.each = function (callback) {
    for (var i = 0; i < this.length; i += 1) callback(this[i], i);
    return this;
  };
  Array.prototype.first = function () {
    return this[0];
  };
  Array.prototype.last = function () {
    return this[this.length - 1];
  };
  Array.prototype.clone = function () {
    return [].concat(this);
  };
  // As scripts that "extend all objects": enumerable, so every `for…in` meets them.
  Object.prototype.extend = function (other) {
    for (var key in other) this[key] = other[key];
    return this;
  };
  Object.prototype.inspect = function () {
    return 'Object';
  };
  // Names that a definition uses, too: an object that lacks one must not seem to have it, nor a `for…in` fall over it.
  Object.prototype.visibleIf = { field: 'nessuno', op: 'answered' };
  Object.prototype.other = true;
  Object.prototype.exclusive = true;
  Object.prototype.help = 'inquinato';
  Object.prototype.messages = { 'answer.required': 'inquinato' };
  String.prototype.blank = function () {
    return /^\s*$/.test(this);
  };
  // As MooTools 1.2: no second argument, and a string becomes one item.
  var from = Array.from;
  Array.from = function (item) {
    if (item == null) return [];
    return typeof item === 'string' ? [item] : from.call(Array, item);
  };
  window.$ = window.$$ = function (id) {
    return document.getElementById(id);
  };
  window.cmto = 'occupato';
  window.process = { env: {} };
  window.module = { exports: {} };
})();
