export { createFeedHub, type FeedChange, type FeedHub, type FeedLine, type FeedSource } from './feed-hub.ts';
export { followFeed, type FeedLoss, type FollowedFeed, type FollowOptions } from './follow-feed.ts';
