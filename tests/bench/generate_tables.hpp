// What the generated exports are made of: real offer names with invented weights, invented customers.
#pragma once

#include <array>
#include <string_view>

namespace nceplan::bench {

struct GeneratedProduct {
  std::string_view name;
  unsigned weight;               ///< share among all products
  std::string_view term;         ///< ISO duration; empty when the offer is sold for several terms
  std::string_view nce_product;  ///< product:sku of its NCE counterpart
};

inline constexpr std::array<GeneratedProduct, 35> generated_products{{
    {"Microsoft 365 Business Standard", 150, "", "CFQ7TTC0LDPB:0001"},
    {"Microsoft 365 Business Basic", 110, "", "CFQ7TTC0LH18:0001"},
    {"Microsoft 365 Business Premium", 90, "", "CFQ7TTC0LCHC:0002"},
    {"Microsoft 365 Apps for business", 60, "", "CFQ7TTC0LH1G:0001"},
    {"Exchange Online (Plan 1)", 90, "", "CFQ7TTC0LH16:0001"},
    {"Exchange Online (Plan 2)", 30, "", "CFQ7TTC0LH1P:0001"},
    {"Exchange Online Archiving for Exchange Online", 20, "", "CFQ7TTC0LH0J:0001"},
    {"Office 365 E1", 30, "", "CFQ7TTC0LF8Q:0001"},
    {"Office 365 E3", 40, "", "CFQ7TTC0LF8R:0001"},
    {"Microsoft 365 E3", 45, "", "CFQ7TTC0LFLX:0001"},
    {"Microsoft 365 E5", 25, "", "CFQ7TTC0LFLZ:0001"},
    {"Microsoft 365 F3", 15, "", "CFQ7TTC0LH05:0001"},
    {"Enterprise Mobility + Security E3", 20, "", "CFQ7TTC0LHT4:0001"},
    {"Azure Active Directory Premium P1", 20, "", "CFQ7TTC0LFLS:0002"},
    {"Power BI Pro", 25, "", "CFQ7TTC0L3PB:0001"},
    {"Project Plan 3", 12, "", "CFQ7TTC0HDB0:0002"},
    {"Visio Plan 2", 12, "", "CFQ7TTC0HD32:0002"},
    {"Dynamics 365 Sales Enterprise Edition", 15, "", "CFQ7TTC0LFDZ:0001"},
    {"Dynamics 365 Business Central Essentials", 10, "", "CFQ7TTC0LGTF:0001"},
    {"Microsoft 365 E3 - Unattended License (3 year)", 4, "P3Y", "CFQ7TTC0LFLX:0011"},
    {"Windows 10 Enterprise E3 Local Only (6 year)", 6, "P1Y", "CFQ7TTC0LGX6:0003"},
    {"Office 365 A1 Plus for faculty", 12, "P1Y", "CFQ7TTC0LH15:0004"},
    {"Office 365 A3 for faculty", 18, "P1Y", "CFQ7TTC0LHQG:0001"},
    {"Office 365 A3 for faculty (6 year)", 6, "P1Y", "CFQ7TTC0LHQG:0006"},
    {"Office 365 A3 for students", 18, "P1Y", "CFQ7TTC0LHQG:0002"},
    {"Microsoft 365 A5 for students use benefit", 8, "P1Y", "CFQ7TTC0LHW1:0003"},
    {"Microsoft 365 A3 - Unattended License for faculty", 3, "P1Y", "CFQ7TTC0LHW1:0009"},
    {"Microsoft 365 E3 (Nonprofit Staff Pricing)", 18, "P1Y", "CFQ7TTC0LFLX:0005"},
    {"Microsoft 365 Business Premium (Nonprofit Staff Pricing)", 24, "P1Y", "CFQ7TTC0LCHC:0005"},
    {"Office 365 E1 (Nonprofit Staff Pricing)", 12, "P1Y", "CFQ7TTC0LF8Q:0003"},
    {"Dynamics 365 Sales Enterprise Edition (Nonprofit Staff Pricing)", 4, "P1Y", "CFQ7TTC0LFDZ:0004"},
    {"Office 365 G1 GCC", 8, "P1Y", "CFQ7TTC0LHPK:0001"},
    {"Office 365 G3 GCC", 14, "P1Y", "CFQ7TTC0LHPM:0001"},
    {"Microsoft 365 G5 GCC", 6, "P1Y", "CFQ7TTC0LHS2:0001"},
    {"Exchange Online Plan 1 for GCC", 6, "P1Y", "CFQ7TTC0LH16:0007"},
}};

inline constexpr std::array<std::string_view, 9> addon_names{"Microsoft 365 Audio Conferencing",
                                                             "Advanced Threat Protection Plan 1",
                                                             "Office 365 Extra File Storage",
                                                             "Domestic Calling Plan",
                                                             "Microsoft Defender for Office 365 (Plan 2)",
                                                             "Advanced Communications",
                                                             "Office 365 Extra File Storage for GCC",
                                                             "Audio Conferencing for faculty",
                                                             "Power Automate per user plan (Nonprofit Staff Pricing)"};

inline constexpr std::array<std::string_view, 25> ascii_words{
    "Contoso",    "Fabrikam",   "Northwind",     "Adventure Works", "Tailspin",    "Wide World",
    "Litware",    "Proseware",  "Fourth Coffee", "Graphic Design",  "Lucerne",     "Margie",
    "Alpine Ski", "Coho",       "City Power",    "Humongous",       "Blue Yonder", "Trey",
    "Woodgrove",  "Southridge", "Relecloud",     "VanArsdel",       "Nod",         "Munson",
    "Bellows"};

inline constexpr std::array<std::string_view, 12> accented_words{"Müller", "Schäfer", "Köhler",   "Østergaard",
                                                                 "Björk",  "García",  "François", "Straßburger",
                                                                 "Škoda",  "Núñez",   "Grün",     "Jäger"};

inline constexpr std::array<std::string_view, 14> business_kinds{
    "Traders",           "Toys",       "Bank",        "Research",   "Publishing",      "Logistics", "School District",
    "Community College", "Foundation", "Electronics", "Consulting", "Dental Practice", "Insurance", "County Office"};

inline constexpr std::array<std::string_view, 8> legal_forms{"Ltd", "Inc.", "GmbH", "AG", "S.A.", "LLC", "BV", "e.V."};

/// The first two are the common ones.
inline constexpr std::array<std::string_view, 4> ineligibility_reasons{
    "The subscription is suspended", "Trial subscriptions are not eligible for migration",
    "The product is not available in the new commerce experience, market or segment",
    "Subscription has add-ons that are not eligible, see the add-on rows"};

}  // namespace nceplan::bench
