// Phones have up to three and a half pixels a point. Nobody sees more than two of them in a matt model, and each costs.

const MOST = 2;

/** Keeps the canvas at no more than two pixels a point. To be called before the game looks. */
export function capPixels() {
  if (devicePixelRatio < MOST) return;
  Object.defineProperty(window, "devicePixelRatio", { configurable: true, get: () => MOST });
  // The observer would still tell the game of all the pixels there are, or of none that are only emulated; without
  // this it reckons with the ratio.
  delete ResizeObserverEntry.prototype.devicePixelContentBoxSize;
}
