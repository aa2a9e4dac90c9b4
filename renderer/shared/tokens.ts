/**
 * The colours of every page, and which of them meet. The same values stand in styles/tokens.css; a unit test keeps
 * the two alike and recomputes the contrast of every pair (WCAG 1.4.6 for text, 1.4.11 for control edges).
 */
export const COLOURS = {
  paper: '#FBF7EE',
  white: '#FFFFFF',
  ink: '#1F2A26',
  'ink-soft': '#4A5752',
  pine: '#1B4D3E',
  'pine-deep': '#123A2E',
  vermilion: '#9A2A1B',
  amber: '#FFD76A',
  blue: '#0B4F9E',
  night: '#0E1A16',
  'night-soft': '#17261F',
  moon: '#F4F1E8',
  'moon-soft': '#C9CFC6',
  lamp: '#FFE08A',
  edge: '#6B7871',
  /* The signs of counters, as they are painted there. Always within an outline of ink, and beside their word. */
  'sign-red': '#C62828',
  'sign-orange': '#EF6C00',
  'sign-yellow': '#FFD400',
  'sign-green': '#2E7D32',
  'sign-blue': '#1565C0',
  'sign-purple': '#6A1B9A',
} as const;
export type Colour = keyof typeof COLOURS;

/** What becomes of the colours for eyes that need more: nothing but black, white and yellow is left. */
export const HIGH_CONTRAST: Readonly<Partial<Record<Colour, string>>> = {
  paper: '#000000',
  white: '#000000',
  ink: '#FFFFFF',
  'ink-soft': '#FFFFFF',
  pine: '#FFD400',
  'pine-deep': '#FFFFFF',
  vermilion: '#FFD400',
  amber: '#000000',
  blue: '#FFD400',
  edge: '#FFFFFF',
  'sign-red': '#000000',
  'sign-orange': '#000000',
  'sign-yellow': '#000000',
  'sign-green': '#000000',
  'sign-blue': '#000000',
  'sign-purple': '#000000',
};

/** `text`: 7:1. `edge`: the outline of a control, a rule, an icon beside its word: 3:1. */
export type PairUse = 'text' | 'edge';

export const PAIRS: readonly (readonly [foreground: Colour, background: Colour, use: PairUse])[] = [
  ['ink', 'paper', 'text'],
  ['ink', 'white', 'text'],
  ['ink-soft', 'paper', 'text'],
  ['ink-soft', 'white', 'text'],
  ['pine', 'paper', 'text'],
  ['pine', 'white', 'text'],
  ['white', 'pine', 'text'],
  ['paper', 'pine', 'text'],
  ['white', 'pine-deep', 'text'],
  ['vermilion', 'paper', 'text'],
  ['vermilion', 'white', 'text'],
  ['white', 'vermilion', 'text'],
  ['ink', 'amber', 'text'],
  ['blue', 'white', 'text'],
  ['blue', 'paper', 'text'],
  ['white', 'blue', 'text'],
  ['moon', 'night', 'text'],
  ['moon', 'night-soft', 'text'],
  ['moon-soft', 'night', 'text'],
  ['moon-soft', 'night-soft', 'text'],
  ['ink', 'moon', 'text'],
  ['moon', 'pine', 'text'],
  ['lamp', 'pine', 'text'],
  ['lamp', 'night', 'text'],
  ['lamp', 'night-soft', 'text'],
  ['edge', 'paper', 'edge'],
  ['edge', 'white', 'edge'],
  ['edge', 'night', 'edge'],
  ['pine', 'amber', 'edge'],
  ['vermilion', 'amber', 'edge'],
];
