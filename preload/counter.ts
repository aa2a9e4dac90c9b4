import { offerShell } from './shell-verbs.ts';

offerShell();
