// Who may call a method: the choices, and what the API is told.
import type { Api } from "../../domain/api";
import type { Method } from "../../generated/apigateway";
import { t } from "../../text/en";

interface Option {
  value: string;
  label: string;
  description?: string;
}

export function authorizerOptions(api: Api): Option[] {
  return [
    { value: "NONE", label: t.methods.open },
    { value: "AWS_IAM", label: "AWS_IAM" },
    ...api.authorizers.map((authorizer) => ({
      value: authorizer.id ?? "",
      label: authorizer.name ?? "",
      description: authorizer.type ?? "",
    })),
  ];
}

export function authorizationOf(
  api: Api,
  chosen: string,
): { authorizationType: string; authorizerId?: string } {
  if (chosen === "NONE" || chosen === "AWS_IAM") {
    return { authorizationType: chosen };
  }
  const authorizer = api.authorizers.find((one) => one.id === chosen);
  const cognito = authorizer?.type === "COGNITO_USER_POOLS";
  return { authorizationType: cognito ? "COGNITO_USER_POOLS" : "CUSTOM", authorizerId: chosen };
}

export function chosenAuthorization(method: Method): string {
  return method.authorizerId ?? method.authorizationType ?? "NONE";
}
