//! Virtual devices for multi-factor authentication. Hardware devices are not served: nobody here could
//! know their seeds.

mod create_virtual_mfa_device;
mod deactivate_mfa_device;
mod delete_virtual_mfa_device;
mod enable_mfa_device;
mod get_mfa_device;
mod held;
mod list_mfa_device_tags;
mod list_mfa_devices;
mod list_virtual_mfa_devices;
mod qr_code;
mod render;
mod resync_mfa_device;
mod seed;
mod tag_mfa_device;
mod untag_mfa_device;

pub(super) use held::{devices_of, is_held_by};
