//! SAML identity providers: their metadata is kept, and nobody can sign in with it here.

mod create_saml_provider;
mod delete_saml_provider;
mod get_saml_provider;
mod held;
mod list_saml_provider_tags;
mod list_saml_providers;
mod tag_saml_provider;
mod untag_saml_provider;
mod update_saml_provider;
