/** How a text is entered, judged by the name of its field: secrets are hidden, long texts get several lines. */
export const isSecretName = (name: string): boolean =>
  /(^|_)(password|passwd|secret|secret_key|private_key|access_key|api_key|auth_key|token|credentials)$/i.test(snake(name)) &&
  !/public/i.test(name);

export const isLongName = (name: string): boolean =>
  /^(user_data|script|instruction|prompt|content|body|policy|zone_file|manifest|spec_yaml|cloud_init|query|system)$/.test(
    snake(name),
  ) || /(certificate|certificate_chain|private_key|public_key|_crt|_cert|ca_cert|_script|_yaml|_pem)$/.test(snake(name));

const snake = (name: string): string => name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();
