import type { NotificationSetting } from '#domain';
import { answered, failed, REFUSED, type Answer } from '../shared/answer.js';
import { ask, operation } from '../shared/graphql.js';

type Settings = readonly NotificationSetting[];

type Changed =
  | { readonly __typename: 'NotificationsSet'; readonly settings: Settings }
  | { readonly __typename: Exclude<string, 'NotificationsSet'>; readonly message: string };

const SETTINGS = operation<{ readonly viewer: { readonly notificationSettings: Settings } | null }>(
  'NotificationSettings',
);
const SET = operation<
  { readonly setNotifications: Changed },
  { readonly input: { readonly settings: Settings } }
>('SetNotifications');

export async function askSettings(token: string, signal: AbortSignal): Promise<Answer<Settings>> {
  const answer = await ask(token, SETTINGS, {}, signal);
  if (answer.is !== 'answered') return answer;
  return answer.data.viewer === null ? REFUSED : answered(answer.data.viewer.notificationSettings);
}

/** @returns all settings as they are then */
export async function setRhythm(token: string, setting: NotificationSetting): Promise<Answer<Settings>> {
  const answer = await ask(token, SET, { input: { settings: [setting] } });
  if (answer.is !== 'answered') return answer;
  const { setNotifications: changed } = answer.data;
  return 'settings' in changed ? answered(changed.settings) : failed(changed.message);
}
