import { msg } from "@lingui/core/macro";

/** The service has the last word; these are told before anything is sent. */
export const emailForm = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** As auth-service's PasswordPolicy demands. */
export const shortestPassword = 8;

export const rules = {
  email: msg`Enter an e-mail address, such as ada@example.com`,
  name: msg`Enter your name`,
  password: msg`Choose a password of ${shortestPassword} characters or more`,
  currentPassword: msg`Enter your current password`,
};
