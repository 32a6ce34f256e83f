/** Asks how easy it was only once there is a receipt: before, nobody can say. */
addEventListener('cmto-request-submitted', () => {
  document.querySelector('cmto-rating')?.removeAttribute('hidden');
});
