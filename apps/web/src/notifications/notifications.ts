import type { NotificationSetting } from '#domain';
import { answered, failed, REFUSED, type Answer } from '../shared/answer.js';
import { ask } from '../shared/graphql.js';
import { NotificationSettings, SetNotifications } from './notifications.graphql';

type Settings = readonly NotificationSetting[];

export async function askSettings(token: string, signal: AbortSignal): Promise<Answer<Settings>> {
  const answer = await ask(token, NotificationSettings, {}, signal);
  if (answer.is !== 'answered') return answer;
  return answer.data.viewer === null ? REFUSED : answered(answer.data.viewer.notificationSettings);
}

/** @returns all settings as they are then */
export async function setRhythm(token: string, setting: NotificationSetting): Promise<Answer<Settings>> {
  const answer = await ask(token, SetNotifications, { input: { settings: [setting] } });
  if (answer.is !== 'answered') return answer;
  const { setNotifications: changed } = answer.data;
  return 'settings' in changed ? answered(changed.settings) : failed(changed.message);
}
